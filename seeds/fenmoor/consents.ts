import type { ConsentPurpose, DataClass } from '../../api/consents/consent.rules.ts';

/** What one individual allows; organisations and people are named as the other seeds name them. */
export interface ConsentSeed {
  readonly individual: string;
  readonly recipient: { readonly organisation: string } | { readonly person: string };
  readonly classes: readonly DataClass[];
  readonly purpose: ConsentPurpose;
  /** Whether they changed their mind since. */
  readonly isWithdrawn: boolean;
}

/** What the people of Fenmoor allow others to know. */
export const consents: readonly ConsentSeed[] = [
  {
    individual: 'mair',
    recipient: { organisation: 'Thursday Table' },
    classes: ['IDENTITY', 'COMMUNICATION'],
    purpose: 'INTRODUCE',
    isWithdrawn: false,
  },
  {
    individual: 'mair',
    recipient: { organisation: 'Larkfield Care' },
    classes: ['ABOUT_ME', 'CONTACT'],
    purpose: 'ARRANGE_SUPPORT',
    isWithdrawn: true,
  },
  {
    individual: 'sol',
    recipient: { person: 'dara' },
    classes: ['AGREEMENTS'],
    purpose: 'ADVISE',
    isWithdrawn: false,
  },
];
