import type { Mapping } from '../mapping.rules.ts';

/** Lists of food banks as councils publish them: who, where, when, and how to be referred. */
export const foodBanks: Mapping = {
  name: 'Food banks',
  marks: [['Name'], ['Referral method', 'Referral'], ['Opening times', 'Opening hours']],
  columns: {
    name: ['Name'],
    address: ['Address'],
    postcode: ['Postcode'],
    openingTimes: ['Opening times', 'Opening hours'],
    contact: ['Contact'],
    telephone: ['Telephone', 'Phone'],
    email: ['Email'],
    website: ['Website'],
    areas: ['Area name'],
  },
  remarks: { 'Referral method': 'How to be referred', Referral: 'How to be referred' },
  kind: 'Community group',
  hasPersonalContacts: true,
};
