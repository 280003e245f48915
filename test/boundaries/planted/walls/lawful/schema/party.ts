import { pieces } from './agreement.ts';

export class Party {
  agreements = () => pieces;
}
