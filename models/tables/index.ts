export * from './attendance.ts';
export * from './audit.ts';
export * from './identity.ts';
export * from './meetings.ts';
export * from './platform.ts';
export * from './rooms.ts';
export * from './voting.ts';
