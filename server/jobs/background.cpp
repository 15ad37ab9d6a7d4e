#include "server/jobs/background.hpp"

#include "server/jobs/edition_clock.hpp"
#include "server/jobs/outbox.hpp"
#include "server/store/due_moves.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace jobs {
namespace {

using seconds = std::chrono::seconds;

// A thing to be done again and again on a thread and a connection of its own, until the stop.
class repeated {
public:
    repeated(std::string name, seconds every, const config::settings& settings, const teller& tell,
             std::function<void(store::database&)> work)
        : name_(std::move(name)), every_(every), settings_(settings), tell_(tell), work_(std::move(work)) {}
    ~repeated() { stop(); }

    void start() {
        thread_ = std::thread([this] { run(); });
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        if (thread_.joinable()) thread_.join();
    }

private:
    void run() {
        std::unique_ptr<store::database> db;
        for (std::unique_lock lock(mutex_); !stopping_;) {
            lock.unlock();
            try {
                if (!db || db->is_broken()) {
                    db.reset();
                    db = std::make_unique<store::database>(settings_.database.connection, store::limits{});
                }
                work_(*db);
            } catch (const std::exception& error) {
                if (db) db->rollback();
                tell_.failed(name_, error.what());
            }
            lock.lock();
            wake_.wait_for(lock, every_, [this] { return stopping_; });
        }
    }

    std::string name_;
    seconds every_;
    const config::settings& settings_;
    const teller& tell_;
    std::function<void(store::database&)> work_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace

struct background::state {
    state(const config::settings& settings, const letter_languages& languages, teller told,
          std::function<void()> changed)
        : tell(std::move(told)),
          public_changed(std::move(changed)),
          letters(settings, languages, tell),
          outbox_job("outbox", seconds(settings.jobs.outbox_seconds), settings, tell,
                     [this](store::database& db) {
                         while (letters.send_due(db) > 0) {
                         }
                     }),
          clock_job("clock", seconds(settings.jobs.clock_seconds), settings, tell,
                    [this, &settings](store::database& db) {
                        move_editions(db, tell, public_changed, settings.server.public_address);
                    }),
          sweep_job("sweep", seconds(3600), settings, tell, [](store::database& db) {
              db.begin(store::transaction_kind::write, store::database_role::clock, std::nullopt);
              store::sweep(db);
              db.commit();
          }) {}

    teller tell;
    std::function<void()> public_changed;
    outbox letters;
    repeated outbox_job, clock_job, sweep_job;
};

background::background(const config::settings& settings, const letter_languages& languages, teller tell,
                       std::function<void()> public_changed)
    : state_(std::make_unique<state>(settings, languages, std::move(tell), std::move(public_changed))) {}

background::~background() = default;

void background::start() {
    state_->outbox_job.start();
    state_->clock_job.start();
    state_->sweep_job.start();
}

void background::stop() {
    state_->outbox_job.stop();
    state_->clock_job.stop();
    state_->sweep_job.stop();
}

}  // namespace jobs
