type Json = Record<string, unknown>;

const WORDS = {
  search: ['string', 'Words to look for, as in a search engine.'],
  page: ['integer', 'Number of the page, from 1. A page beyond the last is empty.'],
  per_page: ['integer', 'Things on a page, from 1 to 1,000; 50 unless told.'],
  perPage: ['integer', 'The same as per_page, for older programs.'],
  format: ['string', '“json”, or “ndjson” for the things of the page alone, one on each line.'],
  full: ['boolean', 'Everything about each thing, which is usual; “false” leaves out what there may be several of.'],
  minimal: ['boolean', 'Only identifier, name, status and last change of each service.'],
  taxonomy_term_id: [
    'string',
    'Only what is sorted under this term or one below it; several with commas mean any of them.',
  ],
  taxonomy_id: ['string', 'Only what is sorted under some term of this taxonomy.'],
  organization_id: ['string', 'Only what this organisation runs.'],
  modified_after: ['string', 'Only what its publisher changed at this moment (ISO 8601) or later.'],
  minimum_age: ['integer', 'Only what somebody of this age or older may use; an unknown limit shuts nobody out.'],
  maximum_age: ['integer', 'Only what somebody of this age or younger may use; an unknown limit shuts nobody out.'],
  day: ['string', 'Only what is open on this day: MO, TU and so on; several with commas mean any of them.'],
  start_time: ['string', 'Only what is open after this time of day, such as 09:30.'],
  end_time: ['string', 'Only what is open before this time of day, such as 17:00.'],
  postcode: ['string', 'Postcode from which nearness is measured.'],
  proximity: ['integer', 'Metres from the postcode within which something must be.'],
  parent_id: ['string', 'Only terms directly below this one.'],
  top_only: ['boolean', 'Only terms that stand below no other.'],
  full_service: ['boolean', 'Each organisation with its services in full, at most 100.'],
} as const;
type Name = keyof typeof WORDS;

const PAGING: readonly Name[] = ['page', 'per_page', 'perPage', 'format', 'search'];
const FILTERS: readonly Name[] = [
  ...(['full', 'minimal', 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after'] as const),
  ...(['minimum_age', 'maximum_age', 'day', 'start_time', 'end_time', 'postcode', 'proximity'] as const),
];

const KINDS: readonly { path: string; what: string; tag: string; list: readonly Name[]; one: readonly Name[] }[] = [
  { path: '/services', what: 'services', tag: 'required', list: [...PAGING, ...FILTERS], one: [] },
  { path: '/service_at_locations', what: 'services at locations, nearest first when a postcode is given', tag: 'optional', list: [...PAGING, ...FILTERS], one: [] }, // prettier-ignore
  { path: '/organizations', what: 'organisations', tag: 'optional', list: [...PAGING, 'full', 'full_service'], one: ['full_service'] }, // prettier-ignore
  { path: '/taxonomies', what: 'taxonomies with their terms', tag: 'optional', list: PAGING, one: [] },
  { path: '/taxonomy_terms', what: 'taxonomy terms', tag: 'optional', list: [...PAGING, 'taxonomy_id', 'parent_id', 'top_only'], one: [] }, // prettier-ignore
];

/** The OpenAPI description of the open directory at this address. */
export function describeApi(address: string): Json {
  const root = operation(
    'What this directory is, by which standard it speaks, and whose data it passes on.',
    'required',
    [],
  );
  const lists = KINDS.flatMap(({ path, what, tag, list, one }) => [
    [path, { get: operation(`A page of ${what}.`, tag, list, 'Page') }],
    [
      `${path}/{id}`,
      { get: { ...operation(`One of the ${what.split(',')[0]}.`, tag, one), parameters: [ID, ...one.map(parameter)] } },
    ],
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kith: the open directory',
      version: '3.0',
      summary:
        'Read-only, without a key: services, places, organisations and terms as HSDS 3.1 and Open Referral UK 3.0.',
      description:
        'Values that are not known are left out. Times of day are local. Each answer has an ETag; send it back in If-None-Match. The sources and their licences are told at the root.',
    },
    servers: [{ url: address }],
    paths: { '/': { get: root }, ...Object.fromEntries(lists) },
    components: { schemas: { Page: PAGE, Errors: ERRORS } },
  };
}

const ID = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
  description: 'Identifier.',
};

const PAGE: Json = {
  type: 'object',
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
  properties: {
    total_items: { type: 'integer' },
    total_pages: { type: 'integer' },
    page_number: { type: 'integer' },
    size: { type: 'integer', description: 'Things on this page.' },
    first_page: { type: 'boolean' },
    last_page: { type: 'boolean' },
    empty: { type: 'boolean' },
    contents: { type: 'array', items: { type: 'object' } },
  },
};

const ERRORS: Json = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      items: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
    },
  },
};

function operation(summary: string, tag: string, names: readonly Name[], schema?: 'Page'): Json {
  const content = (of: Json) => ({ 'application/json': { schema: of } });
  const refused = (description: string) => ({ description, content: content({ $ref: '#/components/schemas/Errors' }) });
  return {
    summary,
    tags: [tag],
    parameters: names.map(parameter),
    responses: {
      '200': {
        description: 'What was asked for.',
        content: content(schema ? { $ref: `#/components/schemas/${schema}` } : { type: 'object' }),
      },
      '304': { description: 'Nothing has changed since the ETag that was sent.' },
      '400': refused('A parameter could not be meant; each problem is a sentence.'),
      '404': refused('There is nothing with this identifier.'),
    },
  };
}

function parameter(name: Name): Json {
  const [type, description] = WORDS[name];
  return { name, in: 'query', required: false, description, schema: { type } };
}
