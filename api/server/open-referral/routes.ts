import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ANONYMOUS } from '../../common/viewer.ts';
import { findOpenOrganisation, findOpenOrganisations } from '../../directory/find-open-organisations.ts';
import {
  findOpenPlace,
  findOpenPlaces,
  findOpenService,
  findOpenServices,
} from '../../directory/find-open-services.ts';
import type { ServicesAsked } from '../../directory/find-open-services.ts';
import { findCentre, findOpenSources } from '../../directory/find-open-sources.ts';
import { findOpenTaxonomies, findOpenTerms } from '../../directory/find-open-terms.ts';
import { isOpenId, readAsked } from '../../directory/open-asked.rules.ts';
import type { Asked, Parameters } from '../../directory/open-asked.rules.ts';
import { openOrganisation } from '../../directory/open-organisation.rules.ts';
import { openPage } from '../../directory/open-page.rules.ts';
import type { RowsFound, Window } from '../../directory/open-rows.queries.ts';
import { openPlace, openService } from '../../directory/open-service.rules.ts';
import { openTaxonomy, openTerm } from '../../directory/open-term.rules.ts';
import { filled } from '../../directory/open-value.rules.ts';
import type { OpenRecord } from '../../directory/open-value.rules.ts';
import { type Context, makeContext } from '../../platform/context.ts';
import type { Database } from '../../platform/database.ts';
import type { Logger } from '../../platform/log.ts';
import { refusal } from '../errors.ts';
import type { Origins } from '../origins.ts';
import { answer, answerLines, answerNothing, refuseAsked } from './answer.ts';
import { describeApi } from './describe-api.ts';

/** What the open directory needs of the edge. */
export interface OpenReferralParts {
  readonly database: Database;
  readonly log: Logger;
  readonly origins: () => Origins;
}

/** Where the open directory is. */
export const OPEN_REFERRAL = '/open-referral-uk/v3';
const PROFILE = 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md';
const ONE = { skip: 0, take: 1 };

type List<Row> = (ctx: Context, asked: ServicesAsked, window: Window) => Promise<RowsFound<Row>>;
interface Kind<Row> {
  readonly path: string;
  readonly thing: string;
  readonly list: List<Row>;
  readonly one: (ctx: Context, id: string, asked: Asked) => Promise<Row | null>;
  readonly tell: (row: Row, asked: Asked) => OpenRecord | null;
}

/** Adds the published directory as Open Referral UK 3.0 and HSDS 3.1: read-only, for anybody, from any site. */
export async function addOpenReferral(app: FastifyInstance, parts: OpenReferralParts): Promise<void> {
  await app.register(
    (scope, _options, done) => {
      scope.addHook('onRequest', (_request, reply, next) => {
        reply.headers({
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'etag, x-request-id',
          'cross-origin-resource-policy': 'cross-origin',
        });
        next();
      });
      addRoot(scope, parts);
      addKind(scope, parts, services);
      addKind(scope, parts, places);
      addKind(scope, parts, organisations);
      addKind(scope, parts, taxonomies);
      addKind(scope, parts, terms);
      // A route of its own, since the client's files would else be asked, and their answer is not for other sites.
      scope.get('/*', (_request, reply) =>
        reply.code(404).send(refusal('NOT_FOUND', 'There is nothing at this address.')),
      );
      done();
    },
    { prefix: OPEN_REFERRAL },
  );
}

const services: Kind<Awaited<ReturnType<typeof findOpenServices>>['rows'][number]> = {
  path: '/services',
  thing: 'service',
  list: findOpenServices,
  one: findOpenService,
  tell: (service, asked) => openService(service, asked.detail),
};

const places: Kind<Awaited<ReturnType<typeof findOpenPlaces>>['rows'][number]> = {
  path: '/service_at_locations',
  thing: 'service at a location',
  list: findOpenPlaces,
  one: findOpenPlace,
  tell: ({ placeId, service }, asked) => openPlace(service, placeId, asked.detail),
};

const organisations: Kind<Awaited<ReturnType<typeof findOpenOrganisations>>['rows'][number]> = {
  path: '/organizations',
  thing: 'organisation',
  list: findOpenOrganisations,
  one: (ctx, id, asked) => findOpenOrganisation(ctx, id, asked.isServiceFull),
  tell: ({ organisation, services: run }) =>
    filled({ ...openOrganisation(organisation), services: run.map((service) => openService(service, 'FULL')) }),
};

const taxonomies: Kind<Awaited<ReturnType<typeof findOpenTaxonomies>>['rows'][number]> = {
  path: '/taxonomies',
  thing: 'taxonomy',
  list: findOpenTaxonomies,
  one: async (ctx, id) => (await findOpenTaxonomies(ctx, { id }, ONE)).rows[0] ?? null,
  tell: openTaxonomy,
};

const terms: Kind<Awaited<ReturnType<typeof findOpenTerms>>['rows'][number]> = {
  path: '/taxonomy_terms',
  thing: 'taxonomy term',
  list: findOpenTerms,
  one: async (ctx, id) => (await findOpenTerms(ctx, { id }, ONE)).rows[0] ?? null,
  tell: openTerm,
};

function addRoot(scope: FastifyInstance, parts: OpenReferralParts): void {
  scope.get('/', async (request, reply) => {
    const own = `${parts.origins().own}${OPEN_REFERRAL}`;
    const sources = (await findOpenSources(contextOf(parts, request))).map((source) => filled({ ...source }));
    const about = { version: 'HSDS-UK-3.0', profile: PROFILE, openapi_url: `${own}/openapi.json`, sources };
    return answer(request, reply, filled(about));
  });
  scope.get('/openapi.json', (request, reply) =>
    answer(request, reply, describeApi(`${parts.origins().own}${OPEN_REFERRAL}`)),
  );
  scope.options('/*', (_request, reply) =>
    reply
      .headers({
        'access-control-allow-methods': 'GET, HEAD, OPTIONS',
        'access-control-allow-headers': 'if-none-match, content-type',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  );
}

function addKind<Row>(scope: FastifyInstance, parts: OpenReferralParts, kind: Kind<Row>): void {
  scope.get<{ Querystring: Parameters }>(kind.path, async (request, reply) => {
    const asked = readAsked(request.query);
    if (!asked.ok) return refuseAsked(reply, asked.problems);
    return answerList(request, reply, { ctx: contextOf(parts, request), kind, asked: asked.value });
  });

  scope.get<{ Params: { id: string }; Querystring: Parameters }>(`${kind.path}/:id`, async (request, reply) => {
    const asked = readAsked(request.query);
    if (!asked.ok) return refuseAsked(reply, asked.problems);
    const { id } = request.params;
    const row = isOpenId(id) ? await kind.one(contextOf(parts, request), id, asked.value) : null;
    const told = row === null ? null : kind.tell(row, asked.value);
    return told === null ? answerNothing(reply, kind.thing) : answer(request, reply, told);
  });
}

async function answerList<Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  { ctx, kind, asked }: { readonly ctx: Context; readonly kind: Kind<Row>; readonly asked: Asked },
): Promise<FastifyReply> {
  const centre = asked.near === null ? null : await findCentre(ctx, asked.near);
  if (asked.near !== null && centre === null)
    return refuseAsked(reply, [
      { message: `We do not know where ${asked.near.code} is. Try another postcode nearby.` },
    ]);

  const window = { skip: (asked.page - 1) * asked.perPage, take: asked.perPage };
  const { total, rows } = await kind.list(ctx, { ...asked, centre }, window);
  const contents = rows.map((row) => kind.tell(row, asked)).filter((told) => told !== null);
  if (asked.isLines) return answerLines(request, reply, contents);
  return answer(request, reply, openPage({ total, contents }, asked.page, asked.perPage));
}

function contextOf({ database, log }: OpenReferralParts, request: FastifyRequest): Context {
  return makeContext({ viewer: ANONYMOUS, db: database, log, requestId: request.id });
}
