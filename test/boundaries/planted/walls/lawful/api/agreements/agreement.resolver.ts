import * as gql from '../../schema/agreement.ts';
import { acceptTerms } from './accept-terms.ts';

export const resolver = [gql, acceptTerms];
