// What the threads that check ballots are asked, and what they answer; all in the JSON of the specification.

export type Job =
  | { kind: 'ballot'; election: string; ballot: string }
  | {
      kind: 'share';
      election: string;
      trustees: string;
      tally: string;
      place: number;
      share: string;
    }
  | {
      kind: 'count';
      election: string;
      trustees: string;
      tally: string;
      ballots: number;
      shares: [place: number, share: string][];
    };

export type Result =
  | { kind: 'ballot'; fault: string | null; credential: string }
  | { kind: 'share'; holds: boolean }
  | { kind: 'count'; counts: number[][] };

export type ResultOf<Kind extends Job['kind']> = Extract<Result, { kind: Kind }>;
