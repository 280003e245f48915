// An invented county: the same number always makes the same service.

const SUBJECTS = ['Garden', 'Lunch', 'Walking', 'Choir', 'Home care', 'Day', 'Reading', 'Swimming', 'Advice', 'Carers'];
const FORMS = ['club', 'group', 'service', 'visits', 'circle', 'sessions', 'support', 'mornings'];
const PLACES = ['Mill', 'Abbey', 'Station', 'Meadow', 'Harbour', 'Orchard', 'Chapel', 'Bridge', 'Quarry', 'Heath'];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const SENTENCES = [
  'People meet, talk and do something with their hands.',
  'Somebody at the door says hello and shows you round.',
  'There is tea, there are biscuits, and nobody has to stay.',
  'We help with getting up, washing, meals and medicines at home.',
  'Transport can be arranged when you ask two days before.',
  'Bring a friend or a carer if you like; they pay nothing.',
  'The hall is level throughout and has a hearing loop.',
  'Volunteers are trained and have been checked.',
];

/** One service of a feed in Open Referral UK v3, with its organisation, place, hours, cost, contact and words. */
export function fedService(number: number): Record<string, unknown> {
  const organisation = Math.floor(number / 10);
  const name = `${pick(PLACES, number)} ${pick(SUBJECTS, number * 7 + 3)} ${pick(FORMS, number * 5 + 1)} ${number}`;
  return {
    id: idOf('1', number),
    organization_id: idOf('2', organisation),
    name,
    description: Array.from({ length: 8 }, (_, line) => pick(SENTENCES, number * 3 + line * 5)).join(' '),
    url: `https://county.example/${number}`,
    email: `office${number}@county.example`,
    status: 'active',
    minimum_age: number % 3 === 0 ? 18 : undefined,
    assured_date: `2026-0${1 + (number % 9)}-15`,
    last_modified: `2026-0${1 + (number % 9)}-15T09:00:00.000Z`,
    organization: {
      id: idOf('2', organisation),
      name: `${pick(PLACES, organisation)} ${pick(SUBJECTS, organisation)} ${organisation}`,
      description: pick(SENTENCES, organisation),
      website: `https://org${organisation}.example/`,
    },
    contacts: [{ id: idOf('3', number), title: 'Office', phones: [{ id: idOf('4', number), number: '01632 960042' }] }],
    languages: number % 5 === 0 ? [{ id: idOf('5', number), name: 'Welsh' }] : [],
    service_areas: [{ id: idOf('6', number), name: `${pick(PLACES, number % 40)} ward` }],
    cost_options: [{ id: idOf('7', number), option: 'per session', amount: number % 12, currency: 'GBP' }],
    schedules: [0, 1].map((turn) => ({
      id: idOf(turn === 0 ? '8' : '9', number),
      freq: 'WEEKLY',
      byday: pick(DAYS, number + turn * 3),
      opens_at: '10:00',
      closes_at: '12:00',
    })),
    service_at_locations: [number, ...(number % 5 === 0 ? [number + 1] : [])].map((place) => placeOf(place, number)),
    attributes: [0, 1, 2].map((turn) => termOf(number + turn * 11, number)),
  };
}

function placeOf(place: number, number: number): Record<string, unknown> {
  const name = `${pick(PLACES, place)} Hall`;
  return {
    id: idOf('a', number),
    location: {
      id: idOf('b', place),
      location_type: 'physical',
      name,
      latitude: 51 + (place % 3000) / 1000,
      longitude: -2 + (place % 2503) / 1000,
      addresses: [
        {
          id: idOf('c', place),
          address_1: `${1 + (place % 90)} ${pick(PLACES, place * 3)} Row`,
          city: pick(PLACES, place * 7),
          state_province: 'County',
          postal_code: postcodeOf(place),
          country: 'GB',
          address_type: 'physical',
        },
      ],
      accessibility: [{ id: idOf('d', place), description: 'Step-free to the door' }],
    },
  };
}

function termOf(term: number, number: number): Record<string, unknown> {
  const name = `${pick(SUBJECTS, term)} ${pick(FORMS, term)}`;
  const id = idOf('e', (term % 10) * 8 + (term % 8));
  return { id: idOf('f', number), link_type: 'service', taxonomy_term: { id, name, taxonomy: 'County words' } };
}

function idOf(sort: string, number: number): string {
  return `${sort.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Two places in three have a postcode to themselves, as in a county; the others share it with a neighbour. */
function postcodeOf(place: number): string {
  const door = place % 3 === 0 ? place + 1 : place;
  return `FM${1 + (door % 40)} ${Math.floor(door / 40) % 10}${letter(door / 400)}${letter(door / 8000)}`;
}

function letter(number: number): string {
  return 'ABDEFGHJLNPQRSTUWXYZ'.charAt(Math.floor(number) % 20);
}

function pick(list: readonly string[], number: number): string {
  return list[number % list.length] ?? '';
}
