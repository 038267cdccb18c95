/** Tells how far a job is: parts done of all that are to do. Told as often as a job likes, heard as often as the page can show. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Something that takes long, done beside the page. What goes in and comes out is copied: plain data, `bigint` and bytes too.
 * What can be expected to go wrong is a result; an AppError that is thrown arrives with its code, any other error as
 * `internal`.
 */
export type Job<Input, Output> = (input: Input, onProgress: OnProgress) => Output | Promise<Output>;
