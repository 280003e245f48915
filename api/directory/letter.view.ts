import { column, connection, defineView, extendView } from '../platform/read/view.ts';
import { serviceView } from './service.view.ts';

/** How a letter is read; editors of the directory alone may. */
export const letterView = defineView('Letter', {
  table: 'letter',
  columns: {
    id: 'id',
    kind: 'kind',
    state: 'state',
    address: 'address',
    writtenOn: column('written_on', 'date'),
    writtenAt: column('written_at', 'instant'),
    sentAt: column('sent_at', 'instant'),
    answeredAt: column('answered_at', 'instant'),
    expiresOn: column('expires_on', 'date'),
  },
  needs: { link: ['id'] },
});

extendView(serviceView, {
  connections: { letters: connection(() => letterView, { on: 'service_id', orderBy: [['writtenAt', 'desc']] }) },
});
