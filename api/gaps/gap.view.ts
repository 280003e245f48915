import { defineView } from '../platform/read/view.ts';

/** How a gap is read; the count behind it is nobody's to read. */
export const gapView = defineView('Gap', {
  table: 'gap',
  columns: { id: 'id', need: 'need', domain: 'domain', area: 'area', peopleAtLeast: 'people_at_least' },
});
