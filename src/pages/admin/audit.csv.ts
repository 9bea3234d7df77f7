import type { APIRoute } from 'astro';
import { renderAuditCsv } from '../../admin/audit/audit-csv.ts';

export const GET: APIRoute = async ({ locals }) =>
  new Response(await renderAuditCsv(locals), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="audit-log.csv"',
    },
  });
