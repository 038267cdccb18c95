import type { FastifyReply } from 'fastify';

const names = { person: 'nt_session', device: 'nt_device' } as const;
type SessionKind = keyof typeof names;

/** Sets and clears the cookies that stand for a session of a person or a device. */
export interface SessionCookies {
  set(kind: SessionKind, token: string, expiresAt: string): void;
  clear(kind: SessionKind): void;
}

/** Never readable by scripts, never sent along from other sites. */
export function sessionCookies(reply: FastifyReply, secure: boolean): SessionCookies {
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    set: (kind, token, expiresAt) =>
      void reply.setCookie(names[kind], token, { ...attributes, expires: new Date(expiresAt) }),
    clear: (kind) => void reply.clearCookie(names[kind], attributes),
  };
}

/** The session tokens among a request's cookies. */
export function readCookies(cookies: Record<string, string | undefined>): {
  person?: string;
  device?: string;
} {
  const person = cookies[names.person];
  const device = cookies[names.device];
  return { ...(person && { person }), ...(device && { device }) };
}
