import { Service } from './service.entity.ts';
