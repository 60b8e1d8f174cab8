package dev.profilectl.cli.doctor;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.TargetChoice;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Reception;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether every target answers, all asked at once and none for long; the named one alone where one
 * is named. No token is sent.
 */
record TargetsCheck(Session session) implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Names are looked up before the clock of a request starts, and that can hang. */
  private static final long LONGEST_SECONDS = 10;

  private static final int SERVER_ERRORS = 500;

  @Override
  public List<Finding> look() {
    Map<String, Future<Finding>> asked = new LinkedHashMap<>();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    for (String name : names()) {
      asked.put(name, threads.submit(() -> look(name)));
    }
    List<Finding> found = new ArrayList<>();
    asked.forEach((name, answer) -> found.add(answer(name, answer)));
    // Not closed, which would wait for a look-up that hangs.
    threads.shutdownNow();
    return found;
  }

  private List<String> names() {
    try {
      return session
          .namedTarget()
          .map(List::of)
          .orElseGet(() -> session.workspace().targets().names())
          .stream()
          .filter(name -> !name.equals(Target.LOCAL))
          .toList();
    } catch (Failure brokenConfig) {
      // Told by its own check.
      return List.of();
    }
  }

  private static Finding answer(String name, Future<Finding> answer) {
    try {
      return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      return unreachable(name);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return unreachable(name);
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  private static Finding unreachable(String name) {
    Unavailable late = new Unavailable(Message.of("doctor.no-answer", LONGEST_SECONDS));
    return Finding.problem(check(name), late, Message.of("doctor.target-hint", name));
  }

  private static String check(String name) {
    return "target " + name;
  }

  private Finding look(String name) {
    Workspace workspace = session.workspace();
    try {
      Target target = workspace.targets().get(name);
      TargetChoice choice = new TargetChoice(briefly(target), false, false, null);
      int status;
      try (Reception reception = workspace.reception(choice)) {
        status = reception.status();
      }
      if (status >= SERVER_ERRORS) {
        Message answer = Message.of("doctor.target-ill", status);
        return Finding.warning(check(name), answer, Message.of("doctor.target-hint", name));
      }
      return loggedIn(target)
          ? Finding.ok(check(name), Message.of("doctor.target", status))
          : Finding.warning(
              check(name),
              Message.of("doctor.target-no-token", status),
              Message.of("doctor.login", name));
    } catch (Failure wrong) {
      String hint =
          wrong instanceof Unavailable ? "doctor.target-hint" : "doctor.target-config-hint";
      return Finding.problem(check(name), wrong, Message.of(hint, name));
    }
  }

  private static Target briefly(Target target) {
    Target once = target.with(TargetSetting.RETRIES, "0");
    return target.duration(TargetSetting.TIMEOUT).compareTo(PATIENCE) <= 0
        ? once
        : once.with(TargetSetting.TIMEOUT, PATIENCE.toSeconds() + "s");
  }

  private boolean loggedIn(Target target) {
    if (target.text(TargetSetting.TOKEN_COMMAND).isPresent()
        || target.text(TargetSetting.AUTH).filter("test"::equals).isPresent()) {
      return true;
    }
    try {
      return session.workspace().credentials().glance().contains(target.name());
    } catch (Failure broken) {
      // Told by its own check.
      return false;
    }
  }
}
