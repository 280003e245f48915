// breaks no-restricted-syntax: Rules and policies are pure
import { randomUUID } from 'node:crypto';

/** A different answer every time. */
export function reference(): string {
  return randomUUID();
}
