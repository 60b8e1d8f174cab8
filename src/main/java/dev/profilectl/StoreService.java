package dev.profilectl;

import dev.profilectl.cli.ServeChoice;
import dev.profilectl.cli.Workspace.Serving;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Seeds;
import dev.profilectl.server.Backing;
import dev.profilectl.server.Outside;
import dev.profilectl.server.ProfileServer;
import dev.profilectl.server.ServerSettings;
import dev.profilectl.store.SqliteDirectory;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A store being served, until the process is told to end. */
final class StoreService implements Serving {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SqliteDirectory store;
  private final ProfileServer server;
  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private StoreService(SqliteDirectory store, ProfileServer server) {
    this.store = store;
    this.server = server;
  }

  static StoreService start(SqliteDirectory store, ServeChoice choice, Application application) {
    try {
      ServeChoice.Place place = choice.place();
      ServerSettings settings =
          new ServerSettings(
              new ServerSettings.Place(
                  place.host(), place.port(), place.publicUrl(), tls(place, application)),
              Set.copyOf(choice.systems()),
              choice.quirks(),
              choice.testAuth(),
              new ServerSettings.Limits(choice.maxUpload(), PATIENCE),
              choice.locale());
      Outside outside =
          new Outside(
              application.clock(),
              application.random(),
              application.loginName(),
              log(choice.accessLog(), application));
      Backing backing = new Backing(store, store.tokens(), store.numbers(), store.uploads());
      return new StoreService(
          store, ProfileServer.start(settings, choice.faults(), backing, outside));
    } catch (RuntimeException failure) {
      store.close();
      throw failure;
    }
  }

  private static ServerSettings.@Nullable Tls tls(
      ServeChoice.Place place, Application application) {
    return place.certificate() == null || place.key() == null
        ? null
        : new ServerSettings.Tls(
            application.file(place.certificate()), application.file(place.key()));
  }

  private static @Nullable Writer log(@Nullable String name, Application application) {
    if (name == null) {
      return null;
    }
    Path file = application.file(name);
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Channels.newWriter(channel, StandardCharsets.UTF_8);
    } catch (IOException unwritable) {
      throw new Fault(Message.of("serve.ready-failed", file, IoReason.of(unwritable)), unwritable);
    }
  }

  @Override
  public Seeds seeds() {
    return store.seeds();
  }

  @Override
  public String url() {
    return server.url();
  }

  /**
   * A signal ends the JVM by its hooks. This one lets the command come to its end, and then ends
   * the process as one that did what it was asked to, where the JVM would say that it was killed.
   */
  @Override
  public void await() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    try {
      told.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    told.countDown();
    try {
      ended.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  @Override
  public void close() {
    try {
      server.close();
      store.close();
    } finally {
      ended.countDown();
    }
  }
}
