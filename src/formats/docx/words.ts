import type { LabelLanguage } from '../../model/words.js';

/** What a document says of itself, beside the labels that all formats share. */
export interface DocumentWords {
  /** What the document is, by the status of the agenda; `agenda` where it has none. */
  readonly agenda: string;
  readonly draft: string;
  readonly final: string;
  /** The heads of the two columns. */
  readonly time: string;
  readonly session: string;
  /** Before the thread of the programme. */
  readonly track: string;
  /** In the footer. */
  readonly revision: string;
  readonly updated: string;
  /** Before, between and behind the number of a page and how many there are. */
  readonly page: readonly [before: string, between: string, behind: string];
}

export const DOCUMENT_WORDS: Readonly<Record<LabelLanguage, DocumentWords>> = {
  en: {
    agenda: 'Agenda',
    draft: 'Draft agenda',
    final: 'Final agenda',
    time: 'Time',
    session: 'Session',
    track: 'Track',
    revision: 'Revision',
    updated: 'Updated',
    page: ['Page ', ' of ', ''],
  },
  fr: {
    agenda: 'Ordre du jour',
    draft: 'Projet d’ordre du jour',
    final: 'Ordre du jour final',
    time: 'Heure',
    session: 'Séance',
    track: 'Thème',
    revision: 'Révision',
    updated: 'Mis à jour',
    page: ['Page ', ' sur ', ''],
  },
  es: {
    agenda: 'Orden del día',
    draft: 'Proyecto de orden del día',
    final: 'Orden del día definitivo',
    time: 'Hora',
    session: 'Sesión',
    track: 'Tema',
    revision: 'Revisión',
    updated: 'Actualizado',
    page: ['Página ', ' de ', ''],
  },
  ar: {
    agenda: 'جدول الأعمال',
    draft: 'مشروع جدول الأعمال',
    final: 'جدول الأعمال النهائي',
    time: 'الوقت',
    session: 'الجلسة',
    track: 'المحور',
    revision: 'التنقيح',
    updated: 'آخر تحديث',
    page: ['الصفحة ', ' من ', ''],
  },
  zh: {
    agenda: '议程',
    draft: '议程草案',
    final: '最终议程',
    time: '时间',
    session: '会议',
    track: '专题',
    revision: '修订',
    updated: '更新于',
    page: ['第 ', ' 页，共 ', ' 页'],
  },
  ru: {
    agenda: 'Повестка дня',
    draft: 'Проект повестки дня',
    final: 'Окончательная повестка дня',
    time: 'Время',
    session: 'Заседание',
    track: 'Тема',
    revision: 'Редакция',
    updated: 'Обновлено',
    page: ['Страница ', ' из ', ''],
  },
};
