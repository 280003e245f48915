import type { Mapping } from '../mapping.rules.ts';

/** The Charity Commission's extract of the register of charities; its contacts are often trustees at home. */
export const charityCommission: Mapping = {
  name: 'Charity Commission register',
  marks: [['registered_charity_number', 'Charity number'], ['charity_name']],
  columns: {
    id: ['registered_charity_number', 'Charity number'],
    name: ['charity_name'],
    description: ['charity_activities', 'activities'],
    status: ['charity_registration_status'],
    address: [
      'charity_contact_address',
      'charity_contact_address1',
      'charity_contact_address2',
      'charity_contact_address3',
      'charity_contact_address4',
      'charity_contact_address5',
    ],
    postcode: ['charity_contact_postcode'],
    telephone: ['charity_contact_phone'],
    email: ['charity_contact_email'],
    website: ['charity_contact_web'],
    types: ['charity_type'],
    registrationStatus: ['charity_registration_status'],
    registeredOn: ['date_of_registration'],
    deregisteredOn: ['date_of_removal'],
  },
  regulator: 'CHARITY_COMMISSION',
  taxonomy: 'Charity types',
  statuses: { registered: 'active', removed: 'defunct' },
  hasPersonalContacts: true,
  licence: 'OGL-UK-3.0',
  attribution: 'Contains Charity Commission information licensed under the Open Government Licence v3.0.',
};
