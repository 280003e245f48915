import { Tag, type TagColour } from '../../components/Tag.tsx';
import { words } from '../../words/en.ts';
import type { RunOnPage } from './desk-lists.query.ts';

const colours: Readonly<Record<RunOnPage['state'], TagColour>> = {
  RUNNING: 'blue',
  WHOLE: 'green',
  IN_PART: 'yellow',
  BROKEN_OFF: 'red',
};

/** How a reading went, in a box. */
export function RunState({ state }: { readonly state: RunOnPage['state'] }) {
  return <Tag colour={colours[state]}>{words.desk.runs.states[state]}</Tag>;
}
