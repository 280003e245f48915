import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Configuration } from 'openid-client';
import type { SignIn } from '../../platform/environment.ts';
import type { Origins } from '../origins.ts';

/** Whoever tells us who people are; one code path for every provider, the embedded one included. */
export interface IdentityProvider {
  readonly isDemo: boolean;
  /** What the code flow needs; found at the provider on first use. */
  configuration(): Promise<Configuration>;
  /** Verifies a program's token; throws when it is not wholly in order. */
  verify(token: string): Promise<{ subject: string; expiresAt: Date }>;
  /** Name that the table of people holds for somebody of this provider. */
  subjectOf(claims: { iss: string; sub: string }): string;
}

/** Names that the embedded provider and its callers share. */
export const Demo = {
  CLIENT: 'kith',
  PROGRAM: 'kith-program',
  AUDIENCE: 'kith-api',
  GRANT: 'urn:kith:demo-person',
} as const;

/** The provider that the environment chooses; null when nobody can sign in. */
export function identityProvider(signIn: SignIn, origins: () => Origins): IdentityProvider | null {
  if (signIn.kind === 'none') return null;

  const isDemo = signIn.kind === 'demo';
  const audience = isDemo ? Demo.AUDIENCE : signIn.audience;
  const configuration = once(() => (isDemo ? demoConfiguration(origins()) : discovered(signIn)));
  const keys = once(async (): Promise<JWTVerifyGetKey> => {
    const { jwks_uri: address } = (await configuration()).serverMetadata();
    if (address === undefined) throw new Error('The identity provider publishes no keys.');
    return createRemoteJWKSet(new URL(address), { timeoutDuration: 5_000 });
  });
  const subjectOf = ({ iss, sub }: { iss: string; sub: string }) => (isDemo ? sub : `${iss}|${sub}`);

  async function verify(token: string) {
    const { issuer } = (await configuration()).serverMetadata();
    const { payload } = await jwtVerify(token, await keys(), {
      issuer,
      audience,
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: 5,
    });
    const { sub = '', exp = 0 } = payload;
    return { subject: subjectOf({ iss: issuer, sub }), expiresAt: new Date(exp * 1_000) };
  }

  return { isDemo, configuration, verify, subjectOf };
}

async function discovered(signIn: Extract<SignIn, { kind: 'issuer' }>): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await import('openid-client');
  const issuer = new URL(signIn.issuer);
  return discovery(issuer, signIn.clientId, signIn.clientSecret, undefined, {
    timeout: 10,
    execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
  });
}

// Written down rather than discovered: people and this process may reach the same server at different addresses.
async function demoConfiguration({ own, loopback }: Origins): Promise<Configuration> {
  const { allowInsecureRequests, Configuration, None } = await import('openid-client');
  const configuration = new Configuration(
    {
      issuer: `${own}/oidc`,
      authorization_endpoint: `${own}/oidc/auth`,
      token_endpoint: `${loopback}/oidc/token`,
      jwks_uri: `${loopback}/oidc/jwks`,
      id_token_signing_alg_values_supported: ['ES256'],
    },
    Demo.CLIENT,
    { id_token_signed_response_alg: 'ES256' },
    None(),
  );
  allowInsecureRequests(configuration);
  return configuration;
}

/** Remembers what worked; a failure is tried again at the next call. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
