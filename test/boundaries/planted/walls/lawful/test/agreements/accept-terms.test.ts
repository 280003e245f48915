import { resolver } from '../../api/agreements/agreement.resolver.ts';
import { screen } from '../../web/screen.tsx';

export const seen = [resolver, screen];
