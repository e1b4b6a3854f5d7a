package feiyan.messages;

import java.util.UUID;

public record NoticeId(UUID value) {}
