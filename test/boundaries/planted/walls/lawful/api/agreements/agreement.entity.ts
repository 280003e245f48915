import { Entity } from 'typeorm';
import { AgreementState } from './agreement.rules.ts';

export const pieces = [Entity, AgreementState];
