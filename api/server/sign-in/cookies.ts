import { fastifyCookie, type CookieSerializeOptions } from '@fastify/cookie';

/** Name of the session cookie: bound to the host wherever browsers allow it, which is over https. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-sid' : 'sid';
}

/** How the session cookie is set; it goes when the browser closes, and the table ends it sooner. */
export function sessionCookieOptions(isSecure: boolean): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure };
}

/** The value of the session cookie in a raw header; null when there is none of the right form. */
export function sessionIn(header: string | undefined, isSecure: boolean): string | null {
  if (header === undefined) return null;
  const value = fastifyCookie.parse(header)[sessionCookieName(isSecure)];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}
