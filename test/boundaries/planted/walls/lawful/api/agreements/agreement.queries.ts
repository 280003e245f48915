import { pieces } from './agreement.entity.ts';

export const lockAgreement = () => pieces;
