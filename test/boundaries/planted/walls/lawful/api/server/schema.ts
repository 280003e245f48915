import { resolver } from '../agreements/agreement.resolver.ts';

export const resolvers = [resolver, () => import('../../seeds/seed.ts')];
