import { ok } from '../../api/common/result.ts';

export const fits = (pence: number) => ok(pence);
