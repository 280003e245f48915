import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { databaseUrls } from '../../api/platform/database-urls.ts';
import { readEnvironment, variableNames } from '../../api/platform/environment.ts';
import { projectFolder } from '../support/folders.ts';

describe('.env.example', () => {
  const text = readFileSync(join(projectFolder, '.env.example'), 'utf8');
  const settings = [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );

  it('describes every variable once, and no other', () => {
    expect(settings.map(([name]) => name).sort()).toEqual([...variableNames].sort());
  });

  it('can be taken as it is, with every line in force', () => {
    expect(readEnvironment(Object.fromEntries(settings))).toMatchObject({
      databaseUrl: 'postgres://kith_owner:change-me@localhost:5432/kith',
      signIn: { kind: 'issuer', issuer: 'https://login.example', clientId: 'kith', audience: 'kith-api' },
    });
  });

  it('shows the values that hold when nothing is set', () => {
    const shown = [
      'HOST',
      'PORT',
      'KITH_DATA',
      'DATABASE_POOL_SIZE',
      'NODE_ENV',
      'KITH_DEMO',
      'TRUST_PROXY',
      'LOG_LEVEL',
      'OIDC_AUDIENCE',
      'OIDC_CLIENT_ID',
    ];
    const defaults = Object.fromEntries(settings.filter(([name]) => shown.includes(name)));
    expect({ ...readEnvironment(defaults), dataFolderChosen: false }).toEqual(readEnvironment({}));
  });
});

describe('the environment', () => {
  it('needs nothing to be set', () => {
    expect(readEnvironment({})).toMatchObject({
      isProduction: false,
      host: '127.0.0.1',
      port: 4000,
      publicUrl: null,
      dataFolder: resolve('.kith'),
      databaseUrl: null,
      signIn: { kind: 'demo' },
    });
  });

  it('takes an empty variable as absent', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: ' ' })).toEqual(readEnvironment({}));
  });

  it.each([
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '4e3' }, 'PORT must be a whole number'],
    [{ DATABASE_URL: 'mysql://u:p@h/d' }, 'DATABASE_URL must be an address such as postgres://'],
    [{ DATABASE_URL: 'postgres://u@h/d' }, 'DATABASE_URL must hold a password'],
    [{ DATABASE_REPLICA_URLS: 'postgres://u:p@h/d, nonsense' }, 'DATABASE_REPLICA_URLS must be an address'],
    [{ COOKIE_SECRET: 'short' }, 'COOKIE_SECRET must have at least 32 characters'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error'],
    [{ OIDC_ISSUER: 'https://login.example' }, 'OIDC_ISSUER is set, so OIDC_CLIENT_SECRET must be set too.'],
  ])('refuses %j in one sentence', (source, sentence) => {
    expect(() => readEnvironment(source)).toThrow(sentence);
  });

  it.each([
    [{}, 'demo'],
    [{ HOST: 'localhost' }, 'demo'],
    [{ HOST: '0.0.0.0' }, 'none'],
    [{ HOST: '0.0.0.0', KITH_DEMO: 'yes' }, 'demo'],
    [{ KITH_DEMO: 'no' }, 'none'],
    [{ NODE_ENV: 'production' }, 'none'],
    [{ NODE_ENV: 'production', KITH_DEMO: 'yes' }, 'none'],
    [{ NODE_ENV: 'production', OIDC_ISSUER: 'https://a.example', OIDC_CLIENT_SECRET: 's' }, 'issuer'],
  ])('offers with %j the sign-in %s', (source, kind) => {
    expect(readEnvironment(source).signIn.kind).toBe(kind);
  });
});

describe('the ways into the database', () => {
  it('differ in user and password only, and follow from the owner alone', () => {
    const urls = databaseUrls('postgres://owner:p%40ss@db.example:5433/kith?sslmode=require');
    const [app, system] = [new URL(urls.app), new URL(urls.system)];
    expect([app.username, system.username]).toEqual(['kith_app', 'kith_system']);
    expect(app.password).toMatch(/^[0-9a-f]{64}$/);
    expect(app.password).not.toBe(system.password);
    expect([app.host, app.pathname, app.search]).toEqual(['db.example:5433', '/kith', '?sslmode=require']);
  });
});
