import { useSyncExternalStore } from 'react';

const wide = '(min-width: 40.0625em)';

/** Whether the window is wider than a phone; follows the window as it changes. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wide);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(wide).matches,
  );
}
