import { Header } from '@nestjs/common';

/** Marks a route whose string answer is a page. */
export const Html = () => Header('content-type', 'text/html; charset=utf-8');
