import { useState } from 'react';
import { words } from './words.ts';

export const screen = [useState, words];
