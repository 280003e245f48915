import { Field, ObjectType } from 'type-graphql';
import { GraphQLDate } from 'graphql-scalars';
import type { GraphQLScalarType } from 'graphql';
import { AgreementState } from '../api/agreements/agreement.rules.ts';
import { Party } from './party.ts';

export const scalar: GraphQLScalarType = GraphQLDate;
export const pieces = [Field, ObjectType, AgreementState, Party];
