import { describe, expect, it } from '@jest/globals';
import { featuresInOrder, misplaced, projectFiles } from './layout.ts';

const features = ['outcomes', 'agreements'];
const migration = 'migrations/20261203101500-add-standby-to-what-if';

describe('the layout', () => {
  it.each([
    ['schema/agreement.ts'],
    ['api/common/money.ts'],
    ['api/agreements/agreement.rules.ts'],
    ['api/agreements/accept-terms.ts'],
    ['web/components/SummaryList.tsx'],
    ['api/decisions/0001-one-folder-per-feature.md'],
    ['README.md'],
  ])('lets %s stand', (path) => {
    expect(misplaced([path], features)).toEqual([]);
  });

  it.each([
    ['api/agreements/helpers/text.ts', 'a folder is named for what it holds.'],
    ['server/http.ts', 'there is no such folder in the house'],
    ['api/invoices/pay-invoice.ts', 'not a feature that ARCHITECTURE.md lists.'],
    ['api/agreements/index.ts', 'no barrels'],
    ['web/components/summary_list.tsx', 'a component file is PascalCase, another is kebab-case.'],
    ['api/agreements/acceptTerms.ts', 'a file name is kebab-case.'],
    ['api/agreements/agreement.service.ts', 'a feature has only entity, rules'],
    ['api/decisions/first.md', 'a decision is called'],
    ['migrations/first.sql', 'a migration is called'],
  ])('refuses %s', (path, sentence) => {
    expect(misplaced([path], features)).toContainEqual(expect.stringContaining(sentence));
  });

  it('wants the way back of every migration', () => {
    expect(misplaced([`${migration}.sql`], features)).toEqual([expect.stringContaining('its way back beside it')]);
    expect(misplaced([`${migration}.sql`, `${migration}.down.sql`], features)).toEqual([]);
  });

  it('wants a migration to say what it does', () => {
    const paths = ['migrations/20261203101500-fix-budget.sql', 'migrations/20261203101500-fix-budget.down.sql'];
    expect(misplaced(paths, features)[0]).toContain('says what it does');
  });

  it('holds in this project', () => {
    expect(misplaced(projectFiles())).toEqual([]);
  });

  it('reads the features from ARCHITECTURE.md', () => {
    const features = featuresInOrder();
    expect(features.slice(0, 2)).toEqual(['organisations', 'people']);
    expect(features.indexOf('directory')).toBeLessThan(features.indexOf('agreements'));
    expect(features.length).toBeGreaterThan(20);
  });
});
