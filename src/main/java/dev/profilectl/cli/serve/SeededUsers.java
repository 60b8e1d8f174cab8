package dev.profilectl.cli.serve;

import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Plain users for tests of clients, the same for the same seed. The n-th is called {@code user0001}
 * and so on, and the password is {@code password-0001}.
 */
final class SeededUsers {
  private static final List<String> NAMES =
      List.of("Ada", "Bob", "小明", "Zoë", "Grace", "Linus", "丽华", "Edsger", "Barbara", "Tim");
  private static final List<String> CITIES =
      List.of("London", "上海", "Berlin", "成都", "Paris", "深圳", "Oslo", "Lima");

  private final SplittableRandom random;
  private final ProfileRules rules;

  SeededUsers(long seed, ProfileRules rules) {
    this.random = new SplittableRandom(seed);
    this.rules = rules;
  }

  /** Makes so many; who is there already stays as he is. */
  void make(ProfileDirectory store, int count, String actor) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      edits.add(user(String.format(Locale.ROOT, "%04d", i)));
    }
    store.apply(edits, new Origin("seed", actor, null));
  }

  private Edit user(String number) {
    UserId id = UserId.random(random);
    Map<Field, @Nullable Object> raw = new EnumMap<>(Field.class);
    raw.put(Field.USERNAME, "user" + number);
    raw.put(Field.NICKNAME, NAMES.get(random.nextInt(NAMES.size())) + " " + number);
    raw.put(Field.GENDER, random.nextInt(3));
    raw.put(Field.BIRTHDAY, LocalDate.of(1960, 1, 1).plusDays(random.nextInt(16_000)).toString());
    raw.put(Field.EMAIL, "user" + number + "@example.org");
    raw.put(Field.MOBILE, "1380000" + number);
    raw.put(Field.CITY, CITIES.get(random.nextInt(CITIES.size())));
    raw.put(Field.PASSWORD, new Secret("password-" + number));
    return new Edit.Create(id, rules.patch(raw, true));
  }
}
