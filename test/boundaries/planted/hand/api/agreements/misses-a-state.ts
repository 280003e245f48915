// breaks @typescript-eslint/switch-exhaustiveness-check
type State = 'PROPOSED' | 'COUNTERED' | 'SIGNED';

/** Words for two states of three. */
export function words(state: State): string {
  switch (state) {
    case 'PROPOSED':
      return 'proposed';
    case 'SIGNED':
      return 'signed';
  }
  return '';
}
