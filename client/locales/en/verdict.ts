import type vi from '../vi/verdict.ts';
import type { Locale } from '../locale.ts';

export default {
  region: 'Result of vote no. {{number}}',
  of: {
    all: 'of all members',
    present: 'of the members present',
    valid: 'of the valid votes',
  },
  threshold: {
    more_than: 'more than {{fraction}}',
    at_least: 'at least {{fraction}}',
    whole: 'the whole',
    relative: 'the most votes',
  },
  rule: {
    motion: 'Carried when {{threshold}} {{of}} are for it.',
    motionRelative: 'Carried when more are for it than against it.',
    choose: 'An option passes when {{threshold}} {{of}} choose it.',
    chooseRelative: 'Passed: the {{max}} with the most votes.',
    election: 'Elected: the {{seats}} with the most votes; each needs {{threshold}} {{of}}.',
    electionRelative: 'Elected: the {{seats}} with the most votes.',
    confidence:
      'Counted {{of}}: {{warning}} low confidence is a warning, {{removal}} a matter of removal.',
    ranked:
      'Chosen when {{threshold}} {{of}} rank it first; if none is, the two first stand against each other on the same ballots.',
    rankedRelative: 'The one that most rank first is chosen.',
    straw: 'A straw poll: the result is for information only.',
  },

  outcome: {
    motion: {
      carried: 'CARRIED',
      not_carried: 'NOT CARRIED',
      second_ballot: 'A SECOND VOTE IS NEEDED',
      recorded: 'RESULT OF THE STRAW POLL',
    },
    choose: {
      carried: 'DECIDED',
      not_carried: 'NOT DECIDED',
      second_ballot: 'A SECOND VOTE IS NEEDED',
      recorded: 'RESULT OF THE STRAW POLL',
    },
    election: {
      carried: 'ALL SEATS FILLED',
      not_carried: 'SEATS LEFT OPEN',
      second_ballot: 'A SECOND BALLOT IS NEEDED',
      recorded: 'RESULT OF THE STRAW POLL',
    },
    confidence: {
      carried: 'CONFIDENCE TAKEN',
      not_carried: 'NOT VALID',
      second_ballot: 'A SECOND BALLOT IS NEEDED',
      recorded: 'CONFIDENCE TAKEN',
    },
    ranked: {
      carried: 'DECIDED',
      not_carried: 'NOT DECIDED',
      second_ballot: 'A SECOND VOTE IS NEEDED',
      recorded: 'RESULT OF THE STRAW POLL',
    },
  },
  moreOnDevices_one: '{{count}} more option: see it on your own device.',
  moreOnDevices_other: '{{count}} more options: see them on your own device.',
  provisional: 'SO FAR',
  provisionalText: 'The vote is open; the count may still change.',

  headline: {
    motion: '{{word}} {{votes}}/{{size}} {{of}} · {{needed}} needed',
    motionRelative: '{{word}} {{votes}} · {{againstWord}} {{against}}',
    chosen: 'Chosen: {{names}}',
    chosenNone: 'No option was chosen',
    elected: 'Elected {{count}}/{{seats}}: {{names}}',
    electedNone: 'Elected 0/{{seats}}',
    leading: 'Most votes: {{names}}',
    need: ' · {{needed}} votes needed',
    confidence_one: '{{count}} person judged · {{cast}}/{{voters}} ballots',
    confidence_other: '{{count}} people judged · {{cast}}/{{voters}} ballots',
    winner: 'Chosen: {{name}}',
    winnerNone: 'Nobody was chosen',
  },
  why: {
    majorityCarried: 'The votes for reached what was needed.',
    majorityMissed: 'The votes for did not reach what was needed.',
    relativeCarried: 'More voted for than against.',
    relativeMissed: 'Not more voted for than against.',
    noQuorum:
      'Too few members were present when the vote opened: {{present}}/{{members}}, {{needed}} needed.',
    notBinding: 'A straw poll: nothing is decided by this result.',
    tieChairFor:
      'As many for as against ({{for}}–{{against}}). By the rules the side of the chair decides; the chair voted for.',
    tieChairAgainst:
      'As many for as against ({{for}}–{{against}}). By the rules the side of the chair decides; the chair voted against.',
    tieChairNone:
      'As many for as against ({{for}}–{{against}}). By the rules the side of the chair decides; the chair took no side.',
    tieNotCarried:
      'As many for as against ({{for}}–{{against}}). By the rules a tie is not carried.',
    tieSecond: 'As many for as against ({{for}}–{{against}}). By the rules the vote is held again.',
    tiedChair: 'A tie at the last place: {{names}}. By the rules the choice of the chair decides.',
    tiedChairNone:
      'A tie at the last place: {{names}}. The ballot of the chair does not tell them apart, so the place stays empty.',
    tiedNot: 'A tie at the last place: {{names}}. By the rules that place stays empty.',
    tiedSecond: 'A tie at the last place: {{names}}. By the rules the vote is held again.',
    enough: 'What was needed is reached.',
    secondOpen: 'Not all seats are filled. By the rules a second ballot fills the others.',
    tooFew: 'Too few reached what was needed.',
    consequences: 'To be considered: {{names}}.',
    noConsequences: 'Nobody has so much low confidence that it is a warning.',
    firstRound: 'What was needed is reached in the first count.',
    secondRound:
      'Nobody had enough in the first count; the second, between the two first, decided.',
  },
  consequence: {
    none: 'None',
    warning: 'Warning',
    removal: 'Matter of removal',
  },
  consequenceOf: '{{name}} ({{consequence}})',
  deemedFor_one:
    'Among the votes for is {{count}} who did not vote and counts as for by the rules.',
  deemedFor_other:
    'Among the votes for are {{count}} who did not vote and count as for by the rules.',
  deemedAbstain_one:
    'Among the abstentions is {{count}} who did not vote and counts as abstaining by the rules.',
  deemedAbstain_other:
    'Among the abstentions are {{count}} who did not vote and count as abstaining by the rules.',
  unanimous: 'All secret ballots are the same, so the result tells what everyone chose.',
  secret: 'A secret ballot: only the counts are shown.',

  chart: 'Votes for each choice',
  firstRound: 'First count: ranked first',
  secondRound: 'Second count: the two first against each other',
  spent: 'Rank neither of these',
  chosen: 'chosen',
  elected: 'elected',
  tied: 'tied',
  blank: 'Blank ballots',
  notVoted: 'Did not vote',
  deemed: 'counted by the rules: {{count}}',
  neededMark: '{{needed}} needed',
  level: '{{level}}: {{votes}}',

  basis: 'Basis',
  members: 'All members',
  voters: 'On the roll',
  cast: 'Ballots cast',
  present: 'Present at opening',
  quorum: 'Quorum',
  quorumReached: '{{needed}} · reached',
  quorumMissing: '{{needed}} · not reached',
  quorumNone: 'not asked for, as it is a straw poll',
  denominator: 'Counted out of',
  denominatorValue: '{{size}} ({{of}})',
  needed: 'Votes needed',
  neededValue: '{{needed}} ({{threshold}})',
  tie: 'On a tie',
  tieRule: {
    chair: 'the side of the chair decides',
    not_carried: 'not carried',
    second_ballot: 'the vote is held again',
  },
  weights: 'Weights',
  weighted: 'each vote weighs what the list of members says',
  ruleVersion: 'Rules of voting',
  ruleVersionValue: 'version {{version}}, fixed at opening',
  ruleOwn: 'for this vote alone: {{reason}}',
  times: 'Times',
  timesValue: 'opened {{opened}}, closed {{closed}}',
  announced: 'Announced',
  ballots: 'Each member’s choice',
  firstChoice: 'Ranked first',
  thenRanked: 'then: {{names}}',
  by: '{{name}} voted on their behalf',
  entered: 'entered by {{by}}, confirmed by {{confirmedBy}}',
  late: 'added after opening',
  weight: 'weight {{weight}}',
  details: 'Basis and each member’s choice',
} satisfies Locale<typeof vi>;
