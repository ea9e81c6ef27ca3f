import { createContext, type ReactNode } from 'react';
import type { Message, Ticket } from './api-types.ts';

/** What other features show below a message: neither knows the other. */
export type MessageSlot = (ticket: Ticket, message: Message) => ReactNode;

export const MessageSlotContext = createContext<MessageSlot | null>(null);
