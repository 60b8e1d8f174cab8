package dev.profilectl.validation;

import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * The field table: every documented limit, stated once. One instance holds the raw values that one
 * input wants to set, as they came (a string, number, boolean, map or list); what is not being set
 * is {@code null}. The order of the fields is the order in which problems are told.
 *
 * <p>Source of the numbered rules: Zaihangyun, "Update user information"; of the others: weidu's
 * profile and what the four systems can hold.
 *
 * <p>To add a rule: a constraint here, its sentence under its code in {@code
 * ValidationMessages.properties} and {@code _zh}, its entry in the {@link CodeCatalogue} and its
 * row in {@code src/docs/reference.md}; tests compare all four.
 */
final class ProfileInput {
  @Text(message = "{400101}")
  @CodePointLength(max = 32, message = "{400102}")
  @Nullable Object nickname;

  @WholeNumber(message = "{400103}")
  @KnownGender(message = "{400105}")
  @Nullable Object gender;

  @CalendarDate(message = "{400106}")
  @Nullable Object birthday;

  @Text(message = "{400107}")
  @CodePointLength(max = 128, message = "{400108}")
  @Nullable Object oaid;

  @Text(message = "{400109}")
  @CodePointLength(max = 128, message = "{400110}")
  @Nullable Object deviceId;

  @Text(message = "{400113}")
  @CodePointLength(min = 6, message = "{400114}")
  @CodePointLength(max = 32, message = "{400115}")
  @Nullable Object password;

  @EmailAddress(message = "{400116}")
  @Nullable Object email;

  @Text(message = "{400117}")
  @CodePointLength(max = 32, message = "{400118}")
  @Nullable Object country;

  @Text(message = "{400119}")
  @CodePointLength(max = 32, message = "{400120}")
  @Nullable Object province;

  @Text(message = "{400121}")
  @CodePointLength(max = 32, message = "{400122}")
  @Nullable Object city;

  @Text(message = "{400123}")
  @CodePointLength(min = 6, message = "{400124}")
  @CodePointLength(max = 8, message = "{400125}")
  @Nullable Object enterPass;

  @JsonValue(message = "{400126}")
  @JsonLength(max = 200, message = "{400127}")
  @Nullable Object extData;

  @Username(message = "{username-invalid}")
  @Nullable Object username;

  @Text(message = "{type-mismatch}")
  @CodePointLength(max = 1000, message = "{text-too-long}")
  @Nullable Object desc;

  @Text(message = "{type-mismatch}")
  @CodePointLength(max = 128, message = "{text-too-long}")
  @Nullable Object level;

  @Text(message = "{type-mismatch}")
  @CodePointLength(max = 128, message = "{text-too-long}")
  @Nullable Object major;

  @Text(message = "{type-mismatch}")
  @CodePointLength(max = 128, message = "{text-too-long}")
  @Nullable Object label;

  @Text(message = "{type-mismatch}")
  @CodePointLength(max = 128, message = "{text-too-long}")
  @Nullable Object skill;

  @Text(message = "{type-mismatch}")
  @CodePointLength(max = 128, message = "{text-too-long}")
  @Nullable Object awardInfo;

  @Text(message = "{type-mismatch}")
  @CodePointLength(max = 128, message = "{text-too-long}")
  @Nullable Object roles;

  @AvatarUrl(message = "{url-invalid}")
  @Nullable Object avatarUrl;

  @Text(message = "{type-mismatch}")
  @CodePointLength(max = 32, message = "{text-too-long}")
  @Nullable Object mobile;

  @Flag(message = "{type-mismatch}")
  @Nullable Object realNameVerified;

  @Decimal(message = "{type-mismatch}")
  @Nullable Object refundRate;

  @Decimal(message = "{type-mismatch}")
  @Nullable Object disputeRate;

  @Int64(message = "{type-mismatch}")
  @Nullable Object serveNum;

  @Int64(message = "{type-mismatch}")
  @Nullable Object workNum;

  @Int64(message = "{type-mismatch}")
  @Nullable Object transactionPraiseCnt;

  @Int64(message = "{type-mismatch}")
  @Nullable Object transactionAmount;
}
