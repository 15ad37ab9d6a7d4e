#include "server/commands/commands.hpp"

int main(int argc, char** argv) {
    return commands::run(argc, argv);
}
