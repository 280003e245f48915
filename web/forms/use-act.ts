import { useRef, useState } from 'react';
import { useMutation, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

import { words } from '../words/en.ts';

/** One thing that a person can put right, with the path of the field where. */
export interface FieldProblem {
  readonly message: string;
  readonly field?: readonly string[] | null | undefined;
}

interface Payload {
  readonly userErrors: readonly FieldProblem[];
}

/** The mutation's own payload: each of our mutations stands alone in its document. */
type PayloadOf<Data> = NonNullable<Data[keyof Data]>;

type InputOf<Variables> = Variables extends { input: infer Input } ? Omit<Input, 'idempotencyKey'> : never;

/** What a form needs in order to send: the act, the problems so far, and whether it is under way. */
export interface Act<Data, Variables> {
  readonly problems: readonly FieldProblem[];
  /** Counts the refusals, so that each new one is announced. */
  readonly attempt: number;
  readonly isBusy: boolean;
  readonly refuse: (problems: readonly FieldProblem[]) => void;
  /** Sends; gives the payload when it was done, null when it was refused or could not be sent. */
  readonly act: (input: InputOf<Variables>) => Promise<PayloadOf<Data> | null>;
}

/** Sends one mutation from a form; a repeat after a lost connection carries the same key, so it is done once. */
export function useAct<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Act<Data, Variables> {
  const [{ fetching }, send] = useMutation(document);
  const [{ problems, attempt }, setRefusal] = useState({ problems: [] as readonly FieldProblem[], attempt: 0 });
  const keyed = useRef<{ input: string; key: string } | null>(null);
  const isSending = useRef(false);

  const refuse = (found: readonly FieldProblem[]) =>
    setRefusal((before) => ({ problems: found, attempt: before.attempt + 1 }));

  const act = async (input: InputOf<Variables>) => {
    if (isSending.current) return null;
    isSending.current = true;
    try {
      const written = JSON.stringify(input);
      if (keyed.current?.input !== written) keyed.current = { input: written, key: newKey() };
      const variables = { input: { ...(input as object), idempotencyKey: keyed.current.key } } as unknown as Variables;
      const { data, error } = await send(variables);

      const payload = firstValue<Data>(data ?? {});
      if (payload === null) {
        refuse([{ message: sentenceFor(error) }]);
        return null;
      }
      keyed.current = null;
      const { userErrors } = payload as unknown as Payload;
      if (userErrors.length > 0) {
        refuse(userErrors);
        return null;
      }
      setRefusal((before) => ({ ...before, problems: [] }));
      return payload;
    } finally {
      isSending.current = false;
    }
  };

  return { problems, attempt, isBusy: fetching, refuse, act };
}

/** The payload itself, whatever the mutation is called; null when there is none. */
function firstValue<Data>(data: object): PayloadOf<Data> | null {
  const [payload] = Object.entries(data)
    .filter(([name]) => name !== '__typename')
    .map(([, value]) => value as PayloadOf<Data> | null);
  return payload ?? null;
}

function sentenceFor(error: CombinedError | undefined): string {
  if (error?.networkError !== undefined) return words.trouble.notSent;
  const [first] = error?.graphQLErrors ?? [];
  switch (first?.extensions['code']) {
    case 'UNAUTHENTICATED':
      return words.trouble.signedOut;
    case 'INTERNAL':
    case 'NOT_FOUND':
    case 'RATE_LIMITED':
    case 'UNAVAILABLE':
      return first.message;
    default:
      return words.trouble.server;
  }
}

function newKey(): string {
  // randomUUID exists only where the page came over https or from this machine.
  if (window.isSecureContext) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
