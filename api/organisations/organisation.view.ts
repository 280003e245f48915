import { defineView } from '../platform/read/view.ts';

/** How an organisation is read: public while it is listed. */
export const organisationView = defineView('Organisation', {
  table: 'organisation',
  columns: {
    id: 'id',
    kind: 'kind',
    name: 'name',
    description: 'description',
    website: 'website',
    email: 'email',
    phone: 'phone',
  },
});
