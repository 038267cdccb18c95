import type vi from '../vi/elections.ts';
import type { Locale } from '../locale.ts';

export default {
  voter: {
    readiness: {
      making: 'Your device is making a code for the secret ballot',
      ready: 'Your device is ready for the secret ballot',
      elsewhere: 'You registered for the secret ballot on another device',
      denied: 'This browser does not let the page keep a voting code',
      failed: 'There is no voting code yet',
    },
    readinessText: {
      making: 'This happens by itself and takes a few seconds.',
      ready: 'Vote with this very device and browser, and do not clear its data before.',
      elsewhere:
        'The code is only in the device or browser that registered first: vote there. If you cannot use it any more, tell the secretary before the vote opens, so that all register again.',
      denied:
        'Leave the private window or let this page keep data, then reload it; or join with another device. Without a kept code you cannot vote.',
      failed:
        'You cannot vote with this device yet. Try again; if that does not help, tell the secretary.',
    },
    readyFor: 'Vote {{number}}: {{question}}',
    readyForShort: 'vote {{number}}',
    retry: 'Try again',
    loadFailed: 'The secret ballot could not be loaded',
    notHere: 'You cannot vote on this device',
    notHereText:
      'Your voting code is in the device or browser that registered before the vote was opened. Open this page there to vote. If you cannot use it any more, tell the secretary at once.',
    recordedElsewhere: 'Your secret ballot is recorded',
    recordedElsewhereText:
      'It was sent from another device or browser of yours; its tracking number is there, and only there you can vote again.',
    setupProblem: 'Nothing is encrypted: the data of this ballot do not fit',
    setupProblems: {
      words:
        'What was published differs from what this ballot asks. Do not vote; tell the secretary at once.',
      fingerprint:
        'The text of the election does not have the fingerprint that was published. Tell the secretary at once.',
      credential:
        'This device has registered no voting code. If you registered on another device, vote there; if not, tell the secretary at once.',
    },
    encrypting: 'Encrypting your ballot on this device',
    sending: 'Encrypted; sending, and waiting until the server has it on disk',
    unsureTitle: 'No confirmation yet',
    unsure:
      'Your ballot is encrypted and kept on this device; the server may have recorded it. The page sends this very ballot again as soon as there is a connection; that never makes a second one.',
    sendAgain: 'Send again now',
    refusedTitle: 'The ballot was not recorded',
    otherTab:
      'The ballot that you marked in another tab of the browser was sent first; the one marked here was not sent. Vote again if you want to change it.',
    tooLate: 'The vote ended before your ballot reached the server. It does not count.',
    changeTooLate:
      'The vote ended before your new ballot reached the server. Your ballot before it counts.',
    recorded: 'Your secret ballot is recorded',
    lastCounts: 'You can vote again until the end; the last ballot counts.',
    again: 'Vote again',
    tracker: 'Tracking number of your ballot',
    trackerHelp:
      'Keep it to find your ballot in the public record yourself. It does not tell what you chose, nor does this device keep that.',
    showReceipt: 'Show the tracking number',
    receiptQr: 'QR code that opens the public record at this ballot',
    find: 'Find the ballot in the record',
    copy: 'Copy the number',
    copied: 'Tracking number copied',
    copyFailed: 'The browser does not allow copying. Please select and copy it by hand.',
    tryOut: 'Test my device',
    trial: {
      region: 'Test the device with a ballot',
      sealedTitle: 'Encrypted, not sent',
      openedTitle: 'The trial ballot is open',
      why: 'The device encrypts and shows the seal first; only then you say whether the ballot is opened or sent. A device that would write something else than you chose cannot know which ballot will be opened.',
      commitment: 'Seal',
      noteIt:
        'Write it down or take a picture before you open. An opened ballot is thrown away and can never be sent; you then encrypt a new one to send.',
      opening: 'Opening the trial ballot',
      open: 'Open this ballot',
      cast: 'Send this ballot',
      leave: 'Throw it away and go back',
      blank: 'Blank ballot',
      true: 'The device encrypted exactly what you chose',
      trueText:
        'The choices above were found by encrypting each field again with the random numbers of the ballot. The trial ballot has been thrown away.',
      false: 'The device did NOT encrypt what you chose',
      falseText:
        'Do not vote with this device. Download the trial ballot and tell the secretary at once.',
      faults: {
        commitment: 'What was opened is not the ballot with this seal. Tell the secretary at once.',
        election: 'The ballot is for another election. Tell the secretary at once.',
        shape: 'It does not have the form of this ballot. Tell the secretary at once.',
        opening: 'The random numbers do not open the ballot. Tell the secretary at once.',
      },
      back: 'Back to my ballot',
      download: 'Download the trial ballot (JSON)',
    },
    trust: {
      title: 'Verifiable secret ballot: what to know',
      encrypted:
        'Your ballot is encrypted on this device. The server cannot read it and only knows who has voted.',
      all: 'Trustees: {{names}}. All {{count}} are needed to decrypt, and only the sum is decrypted; only together, abusing their shares, could they read single ballots.',
      some: 'Trustees: {{names}}. {{count}} of {{of}} are needed to decrypt, and only the sum is decrypted; only that many together, abusing their shares, could read single ballots.',
      record:
        'Anyone can check the result from the public record, and find their own ballot by its tracking number.',
      recordLink: 'Open the page that checks it',
      device:
        'What has to be trusted: this device and browser. Whoever stands beside you sees the screen; if all ballots are alike, the result tells what each person chose.',
    },
  },
  trustee: {
    region: 'Share of the key of vote {{number}}',
    title: 'You hold a share of the key',
    about: 'Vote {{number}}: {{question}}',
    later: 'Later',
    hide: 'Hide',
    reminded: 'The secretary reminds you: vote {{number}} waits for your share of the key',
    make: {
      text: 'The share is made on this device and is sent nowhere. Choose a passphrase that locks it; opening the result takes both the share and the passphrase.',
      again:
        'The key of this vote was begun again; the former share and file are of no use any more.',
      elsewhere: 'If you have made it on another device, go on there.',
      passphrase: 'Passphrase of the share',
      passphraseHelp:
        'At least 10 characters; best three or four unrelated words. Nobody can recover it.',
      repeat: 'Passphrase again',
      tooShort: 'At least 10 characters are needed.',
      different: 'The two are different.',
      strength: { weak: 'Not long enough', fair: 'Fair', strong: 'Good' },
      act: 'Make the share',
      working: 'Making and locking the share',
    },
    save: {
      title: 'Save the key file before sending',
      text: 'With the file the result can be opened on another device, should this one fail. Keep it where only you can open it, on a USB stick for example.',
      locked: 'The file is locked with the passphrase that you have just chosen.',
      before:
        'This share was made in another tab of the browser, or before the page was loaded again. Its passphrase is the one that was chosen there.',
      act: 'Save the key file',
      again: 'Save the key file once more',
      saved: '{{name}} was saved. Check that it is in your downloads.',
      send: 'I have the file, send the public part',
    },
    working: 'Working on the next step of the key',
    sending: 'Sending the public part',
    waiting: 'Your part is done',
    waitingFor: 'Waiting for: {{names}}. Leave this page open; the next steps run by themselves.',
    waitingAlone:
      'Waiting for the other key holders. Leave this page open; the next steps run by themselves.',
    ready: 'The key is made',
    keepText: 'Keep the key file and the passphrase until the result is there.',
    lostText: 'If you lose them, tell the secretary at once, before the vote opens.',
    inRecord: 'Your key is in the record of the vote.',
    notInRecord:
      'Your key is NOT in the record of this vote. Tell the chair at once: the server may have been tampered with.',
    unlock: {
      passphrase: 'Passphrase of the share',
      continue: 'Unlock the share to go on with the next step.',
      act: 'Unlock the share',
      file: 'Key file',
      fileHelp: 'There is no share on this device. Choose the file khoa-….json that you saved.',
      otherFile: 'Use the key file',
      working: 'Unlocking the share',
      missing: 'Please enter the passphrase.',
      fileMissing: 'Please choose the key file.',
    },
    decrypt: {
      title: 'Open the result',
      text: 'This device fetches the public record, checks and adds up all ballots itself, and only then opens your part. Only the sum is opened; no ballot is read.',
      act: 'Open my part',
      fetching: 'Fetching the record',
      checking: 'Checking each ballot',
      done: 'You have opened your part',
      doneText_one: 'This device added up {{count}} ballot of the record itself.',
      doneText_other: 'This device added up {{count}} ballots of the record itself.',
      doneWaiting: 'Waiting for: {{names}}. The result appears when there are enough.',
    },
    problem: {
      passphrase: 'This is not the passphrase of the share.',
      file: 'This is not a key file, or it is damaged.',
      election: 'This is the key file of another vote: “{{question}}”.',
      old: 'This is a former key file: the key of this vote was begun again afterwards.',
      person: 'This is the file of key holder {{place}}; you are number {{own}}.',
      storage:
        'This browser does not keep the share (perhaps a private window). Use an ordinary window and begin again.',
      input:
        'It cannot go on: this share does not fit what was sent, or what came is not right. If you have made the share on another device, use that one or the key file. Else ask the secretary to begin the key again.',
      record:
        'Not opened: the record of the vote is not right. Nothing was sent. Tell the chair at once and leave this page as it is.',
      tally:
        'Not opened: what the server hands out is not the sum of the ballots in the record, perhaps a single ballot. Nothing was sent. Tell the chair at once.',
      key: 'Not opened: the record does not hold the key of this share. Perhaps it is the wrong key file, or your key was replaced. Tell the chair if the file is right.',
      twice:
        'Not opened: this device has opened another sum of this vote already. Two different sums could reveal ballots. Tell the chair at once.',
    },
  },
  prepare: {
    verifiable: 'Secret ballot that anyone can verify',
    verifiableText:
      'Ballots are encrypted on each delegate’s own device; the server cannot read them. It trusts the key holders: only enough of them together can open the result, and anyone can check it afterwards.',
    sign: 'Verifiable secret ballot',
    trustees: 'Key holders',
    trusteesHelp:
      'From 2 to 9 of the participants and the secretariat, usually the chair, the secretary and one more. Each makes and keeps a share of the key on a device of their own. Choosing others begins all shares anew.',
    trusteesRule: 'Please choose 2 to 9 key holders.',
    scheme: 'To open the result',
    all: 'All {{count}} are needed',
    allText:
      'The most secret. But if one share is lost the result cannot be opened, and the vote must be repeated.',
    some: 'Some of them suffice',
    someText:
      'It opens although a few are absent or have lost their share. But that many, conspiring, could read ballots.',
    someNeedsThree: 'Possible with 3 key holders or more.',
    neededCount: 'How many are needed',
    neededHelp: 'Any {{needed}} of {{count}} suffice; fewer can read nothing.',
    neededRule: 'From 2 to {{count}} people.',

    title: 'Key holders',
    phase: {
      keys: 'Key being made',
      registering: 'Voting codes being made',
      voting: 'Voting',
      decrypting: 'Result being opened',
      decided: 'Result opened',
    },
    loadFailed: 'The state of the key could not be read',
    schemeAll: 'All {{count}} are needed to open the result.',
    schemeSome: '{{needed}} of {{count}} are needed to open the result.',
    state: {
      waiting: 'has not made a share',
      going: 'finishing; their page must stay open',
      done: 'has done their part',
      ready: 'has a share',
      decrypt: 'has not opened their part',
      decrypted: 'has opened their part',
    },
    keysHelp:
      'The poll cannot be opened yet: each key holder has to visit the page of the meeting, choose a passphrase and save their key file.',
    registered: 'Voting codes made',
    registeringHelp:
      'The key is made. Each member who is present visits the page of the meeting, where their device makes a voting code. Whoever has none at opening is not on the roll.',
    missing_one: 'Present without a code: {{count}}',
    missing_other: 'Present without a code: {{count}}',
    nobodyMissing: 'Everyone who is present has a code; the poll can be opened.',
    remind: 'Remind',
    reminded_one: '{{count}} person reminded',
    reminded_other: '{{count}} people reminded',
    restart: 'Begin key and codes again',
    restartTitle: 'Begin key and codes of vote {{number}} again?',
    restartText:
      'For when someone has lost a share, a passphrase or a voting code. All shares and codes made so far are thrown away and everyone has to make them again. Question and list stay.',
    restartAct: 'Begin again',
    restarted: 'Key and codes of vote {{number}} were thrown away',
    opening: {
      keys: 'It cannot be opened yet: the key holders have not finished the key.',
      nobody: 'It cannot be opened yet: nobody has a voting code.',
      missing_one:
        '{{count}} person who is present has no code. If it opens now, they cannot vote in it.',
      missing_other:
        '{{count}} people who are present have no code. If it opens now, they cannot vote in it.',
      tooFew:
        'Only {{registered}} have a code and the rules need {{needed}}: it cannot be opened yet.',
      notCarried:
        'Only {{registered}} have a code and the rules need {{needed}}: it can be opened, but will not be carried.',
      without: 'Open without them, by decision of the chair',
      choose: 'Please wait, or tick that it opens without those who have no code.',
      frozen:
        'Key and codes are fixed from opening on: lost shares or codes must be reported before.',
    },
    decrypting: {
      title: 'Voting is over, the result is being opened',
      text: 'No more ballots are taken. The key holders are opening their parts; the result appears when there are enough.',
      progress: 'Key holders who have opened',
      waitingFor: 'Waiting for: {{names}}.',
      needMore_one: '{{count}} more is needed.',
      needMore_other: '{{count}} more are needed.',
      lostAll:
        'All key holders are needed. If one of them has neither the device nor the key file any more, nobody can open it: stop and void this vote, then vote again.',
      lostSome:
        'Not everyone has to be waited for. Only if fewer than {{needed}} people still have their share must it be stopped and voided, and voted again.',
    },
  },
} satisfies Locale<typeof vi>;
