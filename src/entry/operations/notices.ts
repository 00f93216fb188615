import type { NoticeSettings } from '../../domain/notice';
import type { NoticeSettingsView } from '../../shared/contract';
import { saveNoticeSettings } from '../../usecases/notice-settings';
import { done } from '../../usecases/outcome';
import { mapOutcome, type Operations } from './operation';

export const noticeOperations: Operations<'getNoticeSettings' | 'saveNoticeSettings'> = {
  getNoticeSettings: async (_input, _caller, { settings }) => done(view(await settings.findNoticeSettings())),
  saveNoticeSettings: async (input, { accountId }, ports) =>
    mapOutcome(await saveNoticeSettings({ ...input, caller: accountId }, ports), view),
};

function view({ revision, workItem }: NoticeSettings): NoticeSettingsView {
  return { revision, workItem: workItem?.key ?? null };
}
