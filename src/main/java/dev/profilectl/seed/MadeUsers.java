package dev.profilectl.seed;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.Seeds.Picture;
import dev.profilectl.profile.Seeds.Plan;
import dev.profilectl.profile.Seeds.Seedling;
import dev.profilectl.profile.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The users of a plan. The n-th of them is the same however many there are; names, dates and
 * pictures depend on the seed alone, ids and usernames on the tag too.
 *
 * <p>Every second user is odd in some way, each {@link Trait} in its turn.
 */
public final class MadeUsers {
  /** The most users of one tag. */
  public static final int MOST = 1_000_000;

  private static final Pattern TAG = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,30}[a-z0-9])?");
  private static final Instant OLDEST_NOW = Instant.parse("1980-01-01T00:00:00Z");
  private static final Instant NEWEST_NOW = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1940, 1, 1);
  private static final int BIRTHDAYS = 25_000;

  private final Plan plan;
  private final @Nullable Secret password;

  /**
   * Of a plan.
   *
   * @param password of all of them, {@code null} for none; does not change anything else
   * @throws Usage where the tag or the time cannot be
   */
  public MadeUsers(Plan plan, @Nullable Secret password) {
    refuseTag(plan.tag());
    if (plan.now().isBefore(OLDEST_NOW) || plan.now().isAfter(NEWEST_NOW)) {
      throw new Usage(Message.of("seed.now", plan.now().toString()));
    }
    this.plan = plan;
    this.password = password;
  }

  /**
   * Refuses what usernames cannot begin with.
   *
   * @throws Usage with the rule
   */
  public static void refuseTag(String tag) {
    if (!TAG.matcher(tag).matches()) {
      throw new Usage(Message.of("seed.tag", tag));
    }
  }

  /** What they are made from. */
  public Plan plan() {
    return plan;
  }

  /** The n-th, from 1. */
  public MadeUser user(int number) {
    SplitMix random = SplitMix.of(plan.seed(), "user", number);
    Trait trait = trait(number);
    Draft draft = new Draft(plan.tag() + "-" + digits(number, 4), random);
    Instant at = plan.now().minusMillis(1 + random.below(Duration.ofDays(730).toMillis()));
    boolean pictured = !random.oneIn(8) && trait.canBePictured();
    fill(draft, number);
    trait.apply(draft);
    if (password != null) {
      draft.set(Field.PASSWORD, password);
    }
    UserId id = UserId.random(SplitMix.of(plan.seed(), "id " + plan.tag(), number));
    return new MadeUser(number, trait, id, draft.patch(), at, plan.avatars() && pictured);
  }

  /** The same with its picture, which takes longer. */
  public Seedling seedling(int number) {
    MadeUser user = user(number);
    return new Seedling(number, user.edit(), user.at(), user.pictured() ? picture(user) : null);
  }

  private Picture picture(MadeUser user) {
    SplitMix random = SplitMix.of(plan.seed(), "picture", user.number());
    long since = Duration.between(user.at(), plan.now()).toMillis();
    String file = UserId.randomText(SplitMix.of(plan.seed(), "file " + plan.tag(), user.number()));
    Instant at = user.at().plusMillis(random.below(since) + 1);
    return new Picture(file, Portrait.of(random), at);
  }

  private static Trait trait(int number) {
    Trait[] odd = Trait.values();
    return number % 2 == 1 ? Trait.PLAIN : odd[1 + (number / 2 - 1) % (odd.length - 1)];
  }

  private static void fill(Draft draft, int number) {
    SplitMix random = draft.random();
    People people = random.pick(People.all());
    List<String> place = random.pick(people.places());
    draft.set(Field.NICKNAME, people.name(random));
    draft.set(Field.GENDER, random.below(3));
    draft.set(Field.EMAIL, draft.stem() + "@example.org");
    draft.usually(Field.BIRTHDAY, FIRST_BIRTHDAY.plusDays(random.below(BIRTHDAYS)));
    draft.usually(Field.COUNTRY, place.get(0));
    draft.usually(Field.PROVINCE, place.get(1));
    draft.usually(Field.CITY, place.get(2));
    draft.usually(Field.OAID, hex(random.nextLong()) + hex(random.nextLong()));
    draft.usually(Field.DEVICE_ID, "device-" + hex(random.nextLong()));
    draft.usually(Field.EXT_DATA, "{\"seed\":" + number + ",\"theme\":\"dark\"}");
    draft.usually(Field.DESC, people.name(random) + ", " + place.get(2) + ".");
    draft.usually(Field.LEVEL, random.pick(List.of("bronze", "silver", "gold")));
    draft.usually(Field.MAJOR, random.pick(List.of("mathematics", "物理", "Журналистика", "droit")));
    draft.usually(Field.LABEL, random.pick(List.of("new", "regular", "vip")));
    draft.usually(Field.SKILL, random.pick(List.of("piano", "翻訳", "carpentry", "Java")));
    // no country has this code
    draft.usually(Field.MOBILE, "+999" + digits(random.below(10_000_000_000L), 10));
    draft.usually(Field.REAL_NAME_VERIFIED, random.oneIn(2));
    draft.usually(Field.REFUND_RATE, rate(random));
    draft.usually(Field.DISPUTE_RATE, rate(random));
    draft.usually(Field.SERVE_NUM, random.below(1_000L));
    draft.usually(Field.WORK_NUM, random.below(1_000L));
    draft.usually(Field.TRANSACTION_PRAISE_CNT, random.below(10_000L));
    draft.usually(Field.TRANSACTION_AMOUNT, random.below(100_000_000L));
  }

  private static BigDecimal rate(SplitMix random) {
    int hundredths = 1 + random.below(99);
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
  }

  private static String digits(long number, int least) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, least - digits.length())) + digits;
  }

  private static String hex(long bits) {
    String digits = Long.toHexString(bits);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
