import { describe, expect, it } from '@jest/globals';
import { unannouncedBreaks } from '../checks/schema-diff.ts';

const before = `
  type Query { agreement(id: ID!): Agreement }
  type Agreement { id: ID! reference: String! oldName: String @deprecated(reason: "Use \`reference\`.") }
`;
const silent = '# Changelog\n\n## Unreleased\n\n### Added\n\n- `Agreement.reference` is shown.\n\n## 0.1.0\n';

describe('the schema diff', () => {
  it('lets a field be added and a deprecated one go', async () => {
    const after = `
      type Query { agreement(id: ID!): Agreement }
      type Agreement { id: ID! reference: String! since: String }
    `;
    expect(await unannouncedBreaks(before, after, silent)).toEqual([]);
  });

  it.each([
    ['a field that is gone', 'type Agreement { id: ID! }', 'Agreement.reference'],
    ['a result made looser', 'type Agreement { id: ID! reference: String }', 'Agreement.reference'],
    ['a type that changes', 'type Agreement { id: ID! reference: Int! }', 'Agreement.reference'],
  ])('refuses %s', async (_, agreement, path) => {
    const after = `type Query { agreement(id: ID!): Agreement } ${agreement}`;
    const breaks = await unannouncedBreaks(before, after, silent);
    expect(breaks).toEqual([expect.stringContaining(path)]);
  });

  it('refuses a new required argument', async () => {
    const after = before.replace('(id: ID!)', '(id: ID!, authority: ID!)');
    expect(await unannouncedBreaks(before, after, silent)).toHaveLength(1);
  });

  it('lets a break through that the changelog announces under its own heading', async () => {
    const after = 'type Query { agreement(id: ID!): Agreement } type Agreement { id: ID! }';
    const announced = '## Unreleased\n\n### Breaking\n\n- `Agreement.reference` is gone.\n\n## 0.1.0\n';
    expect(await unannouncedBreaks(before, after, announced)).toEqual([]);
  });

  it('does not take an announcement of an earlier release', async () => {
    const after = 'type Query { agreement(id: ID!): Agreement } type Agreement { id: ID! }';
    const old = '## Unreleased\n\n## 0.1.0\n\n### Breaking\n\n- `Agreement.reference` is gone.\n';
    expect(await unannouncedBreaks(before, after, old)).toHaveLength(1);
  });
});
