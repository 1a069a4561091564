import type { FastifyReply } from 'fastify';

/** Shows a PDF in the browser, from where it is printed; nothing of it stays behind. */
export const sendPdf = (reply: FastifyReply, pdf: PDFKit.PDFDocument, name: string) =>
  reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'cache-control': 'no-store',
    })
    .send(pdf);
