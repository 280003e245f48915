import { organisationView } from '../organisations/organisation.view.ts';
import { sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, many, one, part } from '../platform/read/view.ts';

/** How an address is read: as part of its location's row. */
export const addressView = defineView('Address', {
  columns: { lines: 'address_lines', city: 'city', county: 'county', postcode: 'postcode', country: 'country' },
});

/** How a fact about a location is read. */
export const accessFactView = defineView('AccessFact', {
  table: 'accessibility',
  columns: { id: 'id', description: 'description', details: 'details', position: 'position' },
});

/** How a location is read. */
export const serviceLocationView = defineView('ServiceLocation', {
  table: 'location',
  // A secret place has the outward half of its postcode alone, and the middle of that district is not where it is.
  columns: {
    id: 'id',
    name: 'name',
    type: 'type',
    latitude: (t) => sql`case when ${t}.has_public_address then ${t}.latitude end`,
    longitude: (t) => sql`case when ${t}.has_public_address then ${t}.longitude end`,
    hasPublicAddress: 'has_public_address',
  },
  parts: {
    address: part(
      () => addressView,
      (t) => sql`(cardinality(${t}.address_lines) > 0 or ${t}.city is not null or ${t}.postcode is not null)`,
    ),
  },
  many: {
    accessibility: many(() => accessFactView, { on: 'location_id', orderBy: [['position', 'asc']], limit: 50 }),
  },
});

/** How a schedule is read. */
export const scheduleView = defineView('Schedule', {
  table: 'schedule',
  columns: {
    id: 'id',
    days: 'days',
    opensAt: column('opens_at', 'time'),
    closesAt: column('closes_at', 'time'),
    description: 'description',
    frequency: 'frequency',
    every: 'every',
    byDay: 'by_day',
    byMonthDay: 'by_month_day',
    position: 'position',
  },
  needs: { summary: ['days', 'opensAt', 'closesAt', 'description', 'frequency', 'every', 'byDay', 'byMonthDay'] },
});

/** How a cost is read; the amount is pence under the name of the schema's Money field. */
export const costOptionView = defineView('CostOption', {
  table: 'cost_option',
  columns: { id: 'id', option: 'option', amount: 'amount_pence', description: 'description', position: 'position' },
  needs: { summary: ['option', 'amount', 'description'] },
});

/** How a term is read. */
export const taxonomyTermView = defineView('TaxonomyTerm', {
  table: 'taxonomy_term',
  columns: { id: 'id', name: 'name', taxonomy: 'taxonomy' },
});

/** How a service is read; the directory is public. */
export const serviceView = defineView('Service', {
  table: 'service',
  columns: {
    id: 'id',
    organisationId: 'organisation_id',
    name: 'name',
    description: 'description',
    status: 'status',
    kind: (t) => sql`(select runs.kind from organisation runs where runs.id = ${t}.organisation_id)`,
    website: 'website',
    email: 'email',
    phone: 'phone',
    minimumAge: 'minimum_age',
    maximumAge: 'maximum_age',
    feesDescription: 'fees_description',
    couldStart: 'could_start',
    assuredOn: column('assured_on', 'date'),
    unlistedOn: column('unlisted_on', 'date'),
    languages: 'languages',
    areas: 'areas',
  },
  one: { organisation: one(() => organisationView, 'organisation_id') },
  many: {
    locations: many(() => serviceLocationView, {
      join: (t) => sql`join service_at_location placed on placed.location_id = ${t}.id`,
      on: (_t, parent) => sql`placed.service_id = ${parent}.id`,
      orderBy: [['name', 'asc', 'nullable']],
      limit: 20,
    }),
    schedules: many(() => scheduleView, { on: 'service_id', orderBy: [['position', 'asc']], limit: 50 }),
    costOptions: many(() => costOptionView, { on: 'service_id', orderBy: [['position', 'asc']], limit: 50 }),
    accessibility: many(() => accessFactView, {
      join: (t) => sql`join service_at_location placed on placed.location_id = ${t}.location_id`,
      on: (_t, parent) => sql`placed.service_id = ${parent}.id`,
      orderBy: [['position', 'asc']],
      limit: 100,
    }),
    terms: many(() => taxonomyTermView, {
      join: (t) => sql`join service_term sorting on sorting.term_id = ${t}.id`,
      on: (_t, parent) => sql`sorting.service_id = ${parent}.id`,
      orderBy: [['name', 'asc']],
      limit: 50,
    }),
  },
});

extendView(organisationView, {
  connections: {
    services: connection(() => serviceView, { on: 'organisation_id', orderBy: [['name', 'asc']] }),
  },
});
