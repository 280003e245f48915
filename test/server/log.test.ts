import { describe, expect, it } from '@jest/globals';
import { makeLog } from '../../api/platform/log.ts';

function logged(write: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(makeLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) }));
  return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
}

describe('the log', () => {
  it('keeps ids, codes, counts and times', () => {
    const line = logged((log) =>
      log.info({ event: 'request', requestId: 'r-1', personId: 'p-1', status: 200, ms: 1.5, isFirst: true }),
    );
    expect(line).toMatchObject({
      level: 'info',
      event: 'request',
      requestId: 'r-1',
      personId: 'p-1',
      status: 200,
      ms: 1.5,
      isFirst: true,
    });
  });

  it.each(['name', 'email', 'variables', 'cookie', 'headers', 'body', 'statement', 'note'])(
    'leaves out %s',
    (field) => {
      expect(JSON.stringify(logged((log) => log.info({ event: 'x', [field]: 'canary' })))).not.toContain('canary');
      expect(JSON.stringify(logged((log) => log.info({ event: 'x', [field]: { deep: 'canary' } })))).not.toContain(
        'canary',
      );
    },
  );

  it.each(['name', 'email', 'variables', 'cookie', 'headers', 'body'])('leaves out %s also from a child', (field) => {
    expect(JSON.stringify(logged((log) => log.child({ [field]: 'canary' }).info({ event: 'x' })))).not.toContain(
      'canary',
    );
  });

  it('keeps the code of a database error and not its words', () => {
    const fault = Object.assign(new Error('duplicate key: canary'), {
      code: '23505',
      detail: 'canary',
      where: 'canary',
      constraint: 'person_subject_key',
    });
    const wrapped = Object.assign(new Error('canary'), { driverError: fault, query: 'canary', parameters: ['canary'] });
    for (const err of [fault, wrapped]) {
      const line = logged((log) => log.error({ event: 'x', err }));
      expect(JSON.stringify(line)).not.toContain('canary');
      expect(line['err']).toMatchObject({ code: '23505', constraint: 'person_subject_key' });
    }
  });

  it('keeps the words of our own errors, and where they were thrown', () => {
    const line = logged((log) => log.error(new TypeError('ours')));
    expect(line['err']).toMatchObject({
      type: 'TypeError',
      message: 'ours',
      stack: expect.arrayContaining([expect.stringContaining('log.test')]),
    });
  });
});
