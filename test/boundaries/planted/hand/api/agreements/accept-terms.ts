// breaks nothing
type State = 'PROPOSED' | 'SIGNED';

/** Accepts the open terms. */
export async function acceptTerms(state: State, write: () => Promise<void>): Promise<string> {
  await write();
  switch (state) {
    case 'PROPOSED':
      return 'accepted';
    case 'SIGNED':
      return 'already signed';
  }
}
