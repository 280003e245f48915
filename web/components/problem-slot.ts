import { createContext } from 'react';

/** The place above a page's heading where the problems of its forms are listed; null before the page is there. */
export const ProblemSlot = createContext<HTMLElement | null>(null);
