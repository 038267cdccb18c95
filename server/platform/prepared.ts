import type { Db } from './database.ts';

/** Prepares a query once for each connection: for the few that run with every request or every ballot. */
export function preparedFor<Query>(prepare: (db: Db) => Query): (db: Db) => Query {
  const made = new WeakMap<Db, Query>();
  return (db) => {
    const ready = made.get(db) ?? prepare(db);
    made.set(db, ready);
    return ready;
  };
}
