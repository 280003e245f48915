import type { Pool } from 'pg';
import { ok } from '../common/result.ts';

export const inTransaction = (pool: Pool) => ok(pool);
